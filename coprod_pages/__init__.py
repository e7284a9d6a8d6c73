"""Wagtail pages for a co-production working group and its compendium of case studies."""

__version__ = "0.1.0"
