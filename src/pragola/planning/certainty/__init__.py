"""How sure an index is: what is believed of claims, the distribution that follows, and its use."""
