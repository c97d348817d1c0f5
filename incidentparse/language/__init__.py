"""What reads words: the language model, the shared view of a document, lexicons, quantities, certainty, truecasing."""
