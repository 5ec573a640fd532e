"""What somebody says is not so: denied, rejected, called untrue, did not happen, was not his doing."""
