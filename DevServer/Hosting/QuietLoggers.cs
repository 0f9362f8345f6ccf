using Microsoft.Extensions.Logging;

namespace TemporalVideo.DevServer.Hosting;

/// <summary>
/// Keeps the web host's request log, and calls whose client went away, out of the log of the program that embeds the server; other warnings
/// stay.
/// </summary>
internal sealed class QuietLoggers(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName)
    {
        var logger = inner.CreateLogger(categoryName);
        return IsOfTheHost(categoryName) ? new QuietLogger(logger) : logger;
    }

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
        // The factory belongs to whoever gave it.
    }

    private static bool IsOfTheHost(string category) =>
        category.StartsWith("Microsoft.", StringComparison.Ordinal) || category.StartsWith("Grpc.", StringComparison.Ordinal);

    private sealed class QuietLogger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning && inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
            string> formatter)
        {
            // Kestrel throws IOException from a request whose client reset or closed it; that is the client's right and no fault.
            if (IsEnabled(logLevel) && exception is not IOException)
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
