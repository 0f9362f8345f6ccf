using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;

namespace Temporalio.Exceptions;

/// <summary>
/// A failure of the application's code. Thrown out of a workflow it fails the workflow; every other exception of an activity
/// becomes one, retryable, of the exception's type name.
/// </summary>
public class ApplicationFailureException : FailureException
{
    /// <summary>Makes a failure without a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="errorType">See <see cref="ErrorType" />.</param>
    /// <param name="nonRetryable">See <see cref="NonRetryable" />.</param>
    /// <param name="details">Values to send with it.</param>
    /// <param name="nextRetryDelay">See <see cref="NextRetryDelay" />.</param>
    /// <param name="category">See <see cref="Category" />.</param>
    public ApplicationFailureException(
        string message,
        string? errorType = null,
        bool nonRetryable = false,
        IReadOnlyCollection<object?>? details = null,
        TimeSpan? nextRetryDelay = null,
        ApplicationErrorCategory category = ApplicationErrorCategory.Unspecified)
        : this(message, null, errorType, nonRetryable, details, nextRetryDelay, category)
    {
    }

    /// <summary>Makes a failure with a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">The cause.</param>
    /// <param name="errorType">See <see cref="ErrorType" />.</param>
    /// <param name="nonRetryable">See <see cref="NonRetryable" />.</param>
    /// <param name="details">Values to send with it.</param>
    /// <param name="nextRetryDelay">See <see cref="NextRetryDelay" />.</param>
    /// <param name="category">See <see cref="Category" />.</param>
    public ApplicationFailureException(
        string message,
        Exception? inner,
        string? errorType = null,
        bool nonRetryable = false,
        IReadOnlyCollection<object?>? details = null,
        TimeSpan? nextRetryDelay = null,
        ApplicationErrorCategory category = ApplicationErrorCategory.Unspecified)
        : base(message, inner)
    {
        ErrorType = errorType;
        NonRetryable = nonRetryable;
        Details = new OutboundFailureDetails(details ?? []);
        NextRetryDelay = nextRetryDelay;
        Category = category;
    }

    /// <summary>Makes the exception of a received failure.</summary>
    protected internal ApplicationFailureException(Failure failure, Exception? inner, IPayloadConverter converter)
        : base(failure, inner)
    {
        var info = failure.ApplicationFailureInfo ?? throw new ArgumentException("The failure has no application failure info.");
        ErrorType = info.Type.Length == 0 ? null : info.Type;
        NonRetryable = info.NonRetryable;
        Details = new InboundFailureDetails(converter, info.Details?.Payloads_);
        NextRetryDelay = info.NextRetryDelay?.ToTimeSpan();
        Category = info.Category;
    }

    /// <summary>Name of the kind of error, by which retry policies and callers recognise it; may be null.</summary>
    public string? ErrorType { get; protected init; }

    /// <summary>Whether it is final whatever the retry policy says. Default: false.</summary>
    public bool NonRetryable { get; protected init; }

    /// <summary>Values that came with it.</summary>
    public IFailureDetails Details { get; protected init; }

    /// <summary>Wait before the next attempt in place of the retry policy's; null means the policy's.</summary>
    public TimeSpan? NextRetryDelay { get; protected init; }

    /// <summary>Category; benign failures are logged and counted more quietly.</summary>
    public ApplicationErrorCategory Category { get; protected init; }
}
