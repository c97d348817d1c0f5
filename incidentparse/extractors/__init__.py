"""The extractors: each reads one kind of mention from a document; they never import each other."""
