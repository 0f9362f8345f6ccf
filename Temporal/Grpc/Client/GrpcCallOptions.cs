namespace TemporalVideo.Grpc;

/// <summary>What goes with one call.</summary>
public readonly record struct GrpcCallOptions
{
    /// <summary>Metadata; names are sent in lower case, values of names that end in <c>-bin</c> are base64. Default: none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Headers { get; init; }

    /// <summary>Time for the whole call, sent as its deadline; afterwards it fails with DeadlineExceeded. Default: none.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Cancels the call; it then throws <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }
}
