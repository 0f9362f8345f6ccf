namespace Temporalio.Workflows;

/// <summary>Marks a public void method, with the parameters of the update it guards, that refuses an update by throwing. It must not change the workflow.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowUpdateValidatorAttribute : Attribute
{
    /// <summary>Marks the validator of an update.</summary>
    /// <param name="updateMethod">Name of the update's method, usually by <c>nameof</c>.</param>
    public WorkflowUpdateValidatorAttribute(string updateMethod) => UpdateMethod = updateMethod;

    /// <summary>Name of the update's method.</summary>
    public string UpdateMethod { get; }
}
