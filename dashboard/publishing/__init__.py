"""What whoever publishes the dashboard says of it: which sites may embed it, and who they are."""
