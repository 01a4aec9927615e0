"""The commands of `diplo-events`: one module each, with `configure` for its arguments and `run` for its work."""
