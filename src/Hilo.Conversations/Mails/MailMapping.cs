using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Conversations;

internal sealed class MailMapping : IEntityTypeConfiguration<Mail>, IEntityTypeConfiguration<MailAttempt>, IEntityTypeConfiguration<MailOmission>, IEntityTypeConfiguration<TemplateText>
{
    public void Configure(EntityTypeBuilder<Mail> builder) => builder.ToTable("conversations_mails").Property(m => m.Version).IsConcurrencyToken();

    public void Configure(EntityTypeBuilder<MailAttempt> builder) => builder.ToTable("conversations_mail_tries").HasKey(t => new { t.MailId, t.Number });

    public void Configure(EntityTypeBuilder<TemplateText> builder)
    {
        builder.ToTable("conversations_template_texts").HasKey(t => new { t.Template, t.Language });
        builder.Property(t => t.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<MailOmission> builder) => builder.ToTable("conversations_mail_omissions").HasKey(o => new { o.EventId, o.Template });
}
