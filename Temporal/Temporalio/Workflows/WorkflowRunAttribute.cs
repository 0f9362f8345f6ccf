namespace Temporalio.Workflows;

/// <summary>Marks the one public instance method that is the workflow. It returns <see cref="Task"/> or <see cref="Task{TResult}"/>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowRunAttribute : Attribute
{
}
