"""The region assessment, its innovations, explanations and the guideline."""
