using Temporalio.Worker.Interceptors;

namespace Temporalio.Workflows;

/// <summary>Thrown out of the run method to end the run and begin the next one. Made by <c>Workflow.CreateContinueAsNewException</c>.</summary>
public class ContinueAsNewException : Exception
{
    /// <summary>Makes the exception; only for interceptors.</summary>
    /// <param name="input">What the next run is.</param>
    public ContinueAsNewException(CreateContinueAsNewExceptionInput input)
        : base("Continue as new") => Input = input;

    /// <summary>What the next run is.</summary>
    public CreateContinueAsNewExceptionInput Input { get; }
}
