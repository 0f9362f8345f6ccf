namespace Temporalio.Workflows;

/// <summary>Marks a public method returning <see cref="Task"/> or <see cref="Task{TResult}"/> as an update handler, named after the method without a trailing <c>Async</c>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowUpdateAttribute : Attribute
{
    /// <summary>Marks a handler named after its method.</summary>
    public WorkflowUpdateAttribute()
    {
    }

    /// <summary>Marks a handler with a name of its own.</summary>
    /// <param name="name">Update name.</param>
    public WorkflowUpdateAttribute(string name) => Name = name;

    /// <summary>Name given, or null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether this handler takes every update without a handler. Its parameters are then the name and <c>IRawValue[]</c>.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Text for people, shown by tools.</summary>
    public string? Description { get; set; }

    /// <summary>What happens when the workflow ends while this handler runs.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; set; } = HandlerUnfinishedPolicy.WarnAndAbandon;
}
