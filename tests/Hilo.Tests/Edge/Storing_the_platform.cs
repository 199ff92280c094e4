using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Edge;

public class Storing_the_platform : StorageCompliance
{
    protected override void Modules(IServiceCollection services) => services.AddModuleDb<PlatformDb>("platform");
}
