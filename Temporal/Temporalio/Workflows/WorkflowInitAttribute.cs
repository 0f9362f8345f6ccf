namespace Temporalio.Workflows;

/// <summary>Marks the constructor that receives the workflow's arguments. Its parameters are those of the run method.</summary>
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
public sealed class WorkflowInitAttribute : Attribute
{
}
