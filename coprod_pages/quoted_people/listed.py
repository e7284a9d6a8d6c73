"""What is listed outside of the database about people who are quoted: references alone."""

SAID_NO = "quoted person said no"
CONTACT_ERASED = "quoted person erased"
