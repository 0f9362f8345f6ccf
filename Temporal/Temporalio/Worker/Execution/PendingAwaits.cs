using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Temporalio.Worker.Execution;

/// <summary>What the code of a run waits for, in the order in which it began to: the answer to "where does it hang?".</summary>
/// <param name="withStacks">Whether the call stack is kept with each.</param>
internal sealed class PendingAwaits(bool withStacks)
{
    private readonly LinkedList<Entry> _entries = new();

    /// <summary>Takes note that the code waits, until what is returned is disposed.</summary>
    /// <param name="what">For what, in words.</param>
    public IDisposable Enter(string what) => Enter(() => what);

    /// <summary>Takes note that the code waits for a condition, until what is returned is disposed.</summary>
    public IDisposable Enter(Func<bool> condition) => Enter(() => $"a condition in {NameOf(condition.Method)}");

    /// <summary>All of it in words, one entry per paragraph.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (var (what, stack) in _entries)
        {
            text.Append("waiting for ").AppendLine(what()).Append(stack);
        }

        return _entries.Count == 0 ? "waiting for nothing" : text.ToString().TrimEnd();
    }

    /// <summary>The frames that belong to the application.</summary>
    private static string OfWorkflow(StackTrace stack) => new StackTrace(stack.GetFrames().Where(f =>
        f.GetMethod()?.DeclaringType?.Assembly is { } assembly && assembly != typeof(PendingAwaits).Assembly && assembly != typeof(object).Assembly)).ToString();

    /// <summary>The method in whose body a lambda stands.</summary>
    private static string NameOf(MethodInfo lambda)
    {
        var type = lambda.DeclaringType;
        while (type is { Name: ['<', ..], DeclaringType: { } outer })
        {
            type = outer;
        }

        var name = lambda.Name.Split('<', '>');
        return $"{type?.Name}.{(name.Length > 1 ? name[1] : name[0])}";
    }

    private Mark Enter(Func<string> what)
    {
        var stack = withStacks ? OfWorkflow(new StackTrace(skipFrames: 2, fNeedFileInfo: true)) : null;
        return new Mark(_entries.AddLast(new Entry(what, stack)));
    }

    /// <param name="What">In words; made when somebody asks.</param>
    /// <param name="Stack">The call stack, or null.</param>
    private sealed record Entry(Func<string> What, string? Stack);

    private sealed class Mark(LinkedListNode<Entry> node) : IDisposable
    {
        public void Dispose() => node.List?.Remove(node);
    }
}
