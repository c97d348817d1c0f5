"""Benchmarks: adapters to public test sets, speed runs and the training of learned weights."""
