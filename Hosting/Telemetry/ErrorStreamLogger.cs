using Microsoft.Extensions.Logging;

namespace TemporalVideo.Hosting.Telemetry;

/// <summary>Writes to standard error, a line for each message.</summary>
internal sealed class ErrorStreamLogger : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Console.Error.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd HH:mm:ss'Z'} {logLevel}: {formatter(state, exception)}");
}
