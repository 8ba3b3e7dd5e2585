"""The page about regional coverage."""
