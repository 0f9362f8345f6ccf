namespace Temporalio.Workflows;

/// <summary>Marks a class or interface as a workflow. The name of its type defaults to the type's name, without the leading <c>I</c> of an interface.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct, Inherited = false)]
public sealed class WorkflowAttribute : Attribute
{
    /// <summary>Marks a workflow named after its type.</summary>
    public WorkflowAttribute()
    {
    }

    /// <summary>Marks a workflow with a name of its own.</summary>
    /// <param name="name">Workflow type as the server knows it.</param>
    public WorkflowAttribute(string name) => Name = name;

    /// <summary>Name given, or null for the default.</summary>
    public string? Name { get; }

    /// <summary>Whether this workflow takes every type that no other workflow takes. Its run method then has one parameter, <c>IRawValue[]</c>.</summary>
    public bool Dynamic { get; set; }

    /// <summary>Exception types that fail the workflow instead of its task, in addition to the worker's.</summary>
    public Type[]? FailureExceptionTypes { get; set; }
}
