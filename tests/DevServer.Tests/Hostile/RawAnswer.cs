
namespace TemporalVideo.DevServer.Tests.Hostile;

/// <summary>What came back.</summary>
/// <param name="Http">HTTP status.</param>
/// <param name="Grpc">Value of <c>grpc-status</c>; null if there was none.</param>
/// <param name="Message">Value of <c>grpc-message</c>.</param>
internal sealed record RawAnswer(int Http, string? Grpc, string Message);
