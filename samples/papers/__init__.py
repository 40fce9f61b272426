"""Drawing fictitious documents as single PDF pages whose truth is known."""
