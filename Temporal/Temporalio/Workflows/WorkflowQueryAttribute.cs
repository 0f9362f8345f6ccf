namespace Temporalio.Workflows;

/// <summary>Marks a public, synchronous, non-void method or a readable property as a query handler.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class WorkflowQueryAttribute : Attribute
{
    /// <summary>Marks a handler named after its method or property.</summary>
    public WorkflowQueryAttribute()
    {
    }

    /// <summary>Marks a handler with a name of its own.</summary>
    /// <param name="name">Query name.</param>
    public WorkflowQueryAttribute(string name) => Name = name;

    /// <summary>Name given, or null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether this handler takes every query without a handler. Its parameters are then the name and <c>IRawValue[]</c>.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Text for people, shown by tools.</summary>
    public string? Description { get; set; }
}
