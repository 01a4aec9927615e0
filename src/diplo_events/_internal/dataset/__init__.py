"""What only datasets and their readers need: rules between records, merging, copies of one text; a module for each."""
