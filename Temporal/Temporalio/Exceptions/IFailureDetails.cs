namespace Temporalio.Exceptions;

/// <summary>Values that travel with a failure.</summary>
public interface IFailureDetails
{
    /// <summary>Number of values.</summary>
    int Count { get; }

    /// <summary>The value at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    T ElementAt<T>(int index);
}
