using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Conversations;

public class Storing_mails : StorageCompliance
{
    protected override void Modules(IServiceCollection services) => PostOffice.Modules(services, new Letters(), 0);
}
