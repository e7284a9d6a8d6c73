"""What is listed outside of the database about contributions: references, and nothing of anybody."""

WITHDRAWN = "contribution withdrawn"
TAKEN_BACK = "consent taken back"
ERASED = "contribution erased"
CONTACT_ERASED = "contact details erased"
