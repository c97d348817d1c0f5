"""Corpora: folders and files of articles in, reports out."""
