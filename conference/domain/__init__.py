"""What is allowed: one aggregate per noun, pure."""
