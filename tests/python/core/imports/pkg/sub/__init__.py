__all__ = ["exported", "leaf"]
exported = 1
hidden = 2
