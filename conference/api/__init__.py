"""JSON under /api/v1: one blueprint per noun, thin doors to the commands."""
