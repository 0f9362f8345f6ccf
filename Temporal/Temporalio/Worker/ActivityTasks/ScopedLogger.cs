using Microsoft.Extensions.Logging;

namespace Temporalio.Worker.ActivityTasks;

/// <summary>Adds a fixed scope to each entry.</summary>
internal sealed class ScopedLogger(ILogger logger, Dictionary<string, object> scope) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logger.IsEnabled(logLevel))
        {
            using (logger.BeginScope(scope))
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
