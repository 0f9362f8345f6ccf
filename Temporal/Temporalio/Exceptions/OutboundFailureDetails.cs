namespace Temporalio.Exceptions;

/// <summary>Details of an exception made in this process.</summary>
/// <param name="Details">The values.</param>
public record OutboundFailureDetails(IReadOnlyCollection<object?> Details) : IFailureDetails
{
    /// <inheritdoc />
    public int Count => Details.Count;

    /// <inheritdoc />
    public T ElementAt<T>(int index) => (T)Details.ElementAt(index)!;
}
