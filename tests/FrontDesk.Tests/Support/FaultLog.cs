using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FrontDesk.Tests.Support;

/// <summary>Keeps what is logged as an error.</summary>
public sealed class FaultLog(ConcurrentQueue<string> faults) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(faults, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> faults, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                faults.Enqueue($"{category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
