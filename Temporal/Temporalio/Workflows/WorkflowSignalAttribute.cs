namespace Temporalio.Workflows;

/// <summary>Marks a public method returning <see cref="Task"/> as a signal handler, named after the method without a trailing <c>Async</c>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowSignalAttribute : Attribute
{
    /// <summary>Marks a handler named after its method.</summary>
    public WorkflowSignalAttribute()
    {
    }

    /// <summary>Marks a handler with a name of its own.</summary>
    /// <param name="name">Signal name.</param>
    public WorkflowSignalAttribute(string name) => Name = name;

    /// <summary>Name given, or null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether this handler takes every signal without a handler. Its parameters are then the name and <c>IRawValue[]</c>.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Text for people, shown by tools.</summary>
    public string? Description { get; set; }

    /// <summary>What happens when the workflow ends while this handler runs.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; set; } = HandlerUnfinishedPolicy.WarnAndAbandon;
}
