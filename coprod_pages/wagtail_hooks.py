"""Index of what the plugin adds to the admin, a line for each feature."""
