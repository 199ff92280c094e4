namespace Hilo.Tests;

/// <summary>The program, to be started as a process of its own.</summary>
internal static class ServerProgram
{
    /// <summary>The published one that <c>HILO_SERVER</c> names, which starts in a fraction of the time, or the one that was built with the tests.</summary>
    public static readonly string File = Environment.GetEnvironmentVariable("HILO_SERVER") is { Length: > 0 } published ? published : Path.Combine(AppContext.BaseDirectory, "Hilo.Server");
}
