"""What developers run: the corpus rendered, the reader scored. No part of the package."""
