"""Settings in four files: base is shared; dev, test and production each import it."""
