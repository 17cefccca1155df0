"""How fast plans are proven, and what other ways of planning would cost."""
