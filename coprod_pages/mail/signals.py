"""What features may want to know of a message that they queued."""

from django.dispatch import Signal

# A mail server said for good that it takes nothing for this address. Sent with `mail`, in the
# transaction that stores it.
recipient_refused = Signal()
