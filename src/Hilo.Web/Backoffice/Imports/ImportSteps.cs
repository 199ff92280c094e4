namespace Hilo.Web.Backoffice.Imports;

/// <summary>The way of a file: chosen, tried, brought in.</summary>
internal static class ImportSteps
{
    public static IReadOnlyList<Step> AtFile => [new(ImportTexts.StepFile, IsNow: true), new(ImportTexts.StepTry), new(ImportTexts.StepImport), new(ImportTexts.StepReport)];

    public static IReadOnlyList<Step> Of(ImportView import)
    {
        var isFinished = import.State == ImportState.Finished;
        return
        [
            new(ImportTexts.StepFile, IsDone: true, Href: "/oficina/productos/importar"),
            new(ImportTexts.StepTry, IsDone: !import.IsDryRun || isFinished, IsNow: import.IsDryRun && !isFinished),
            new(ImportTexts.StepImport, IsDone: !import.IsDryRun && isFinished, IsNow: import.IsDryRun ? isFinished : !isFinished),
            new(ImportTexts.StepReport, IsNow: !import.IsDryRun && isFinished),
        ];
    }
}
