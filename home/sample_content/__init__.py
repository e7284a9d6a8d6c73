"""The sample content, written by us. Loaded by `manage.py load_sample_content`."""
