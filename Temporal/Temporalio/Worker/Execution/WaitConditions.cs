namespace Temporalio.Worker.Execution;

/// <summary>Conditions that workflow code waits for, in the order of their registration.</summary>
internal sealed class WaitConditions
{
    private readonly LinkedList<(Func<bool> Check, TaskCompletionSource Source)> _waiting = new();

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>Adds a condition.</summary>
    public LinkedListNode<(Func<bool> Check, TaskCompletionSource Source)> Add(Func<bool> check) =>
        _waiting.AddLast((check, new TaskCompletionSource()));

    public void Remove(LinkedListNode<(Func<bool> Check, TaskCompletionSource Source)> node)
    {
        if (node.List is not null)
        {
            _waiting.Remove(node);
        }
    }

    /// <summary>Lets the first true condition go on, or every one.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Release(bool all)
    {
        var any = false;
        for (var node = _waiting.First; node is not null && !(any && !all);)
        {
            var next = node.Next;
            any |= TryRelease(node);
            node = next;
        }

        return any;
    }

    private bool TryRelease(LinkedListNode<(Func<bool> Check, TaskCompletionSource Source)> node)
    {
        try
        {
            if (!node.Value.Check())
            {
                return false;
            }

            _waiting.Remove(node);
            node.Value.Source.TrySetResult();
        }
        catch (Exception e)
        {
            _waiting.Remove(node);
            node.Value.Source.TrySetException(e);
        }

        return true;
    }
}
