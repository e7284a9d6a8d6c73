"""A bare second site: the plugin in it, without this repository's home, search or templates."""
