namespace TemporalVideo.Tests.OpenAi;

/// <summary>What the fake was paid for a call.</summary>
/// <param name="Endpoint">What was called, such as <c>images</c>.</param>
/// <param name="Model">The model.</param>
/// <param name="MicroDollars">Millionths of a US dollar.</param>
/// <param name="RequestId">The call's name, as the client was told.</param>
/// <param name="ClientKey">What the client called it; null without a name.</param>
public sealed record Payment(string Endpoint, string Model, long MicroDollars, string RequestId, string? ClientKey);

/// <summary>A request that broke a rule of the API.</summary>
/// <param name="Endpoint">What was called.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Message">What was wrong.</param>
public sealed record Refusal(string Endpoint, int Status, string Message);

/// <summary>An answer with an error, as the API writes them.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">The error's code.</param>
/// <param name="message">What is wrong.</param>
/// <param name="field">The field that is.</param>
public sealed class ApiError(int status, string? code, string message, string? field = null) : Exception(message)
{
    public int Status { get; } = status;

    public string? Code { get; } = code;

    public string? Field { get; } = field;

    public static ApiError Invalid(string field, string message, string code = "invalid_value") => new(400, code, message, field);
}
