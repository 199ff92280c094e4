using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Conversations;

internal sealed class ConversationsDb(DbContextOptions<ConversationsDb> options) : ModuleDb(options)
{
    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<MailAttempt> Attempts => Set<MailAttempt>();

    public DbSet<TemplateText> TemplateTexts => Set<TemplateText>();

    public DbSet<MailOmission> Omissions => Set<MailOmission>();
}
