"""The pages: one blueprint per noun, thin doors to the commands."""
