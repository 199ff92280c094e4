using System.Runtime.CompilerServices;

namespace Hilo.Tests;

/// <summary>Hundreds of servers open in this process. None needs its settings watched, and the system lends a user few watchers.</summary>
internal static class QuietConfiguration
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
