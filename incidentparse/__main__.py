"""Runs the command line: ``python -m incidentparse``."""

if __name__ == "__main__":
    # Imported here, for each process of a batch run imports this module too.
    from incidentparse.cli import main

    main()
