"""What pages of other apps tell of reviewing."""
