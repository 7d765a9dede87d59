/**
 * English headings.
 */
import { words } from "../WordList.ts"
import type { HeadingLanguage } from "./HeadingLanguage.ts"

export const englishHeadings: HeadingLanguage = {
  words: {
    due: words(`
      deadline deadlines due due-by due-on due-in duedate ecd to-be-completed-by to-be-done-by complete-by finish-by
      deliver-by required-by needed-by do-by completion-due by-when time-limit final-date`),
    time: words("when timeline timelines timeframe timeframes timescale timescales time-frame time-scale timing eta"),
    dated: words("date dates day"),
    end: words("end finish ends enddate"),
    completion: words("completion complete closure closing"),
    delivery: words("delivery implementation implementing"),
    planned: words(`
      planned plan target targeted expected estimated estimate scheduled anticipated projected intended est`),
    agreed: words("agreed approved proposed"),
    original: words("original originally initial baseline baselined"),
    revised: words("revised new rescheduled extended adjusted forecasted replanned slipped"),
    forecast: words("forecast reforecast re-forecast"),
    updated: words("updated amended changed"),
    current: words("current latest currently"),
    actual: words("actual real"),
    done: words("completed closed resolved finished delivered implemented done achieved"),
    start: words(`
      start started starts begin begins beginning commencement commence commenced startdate kick-off kickoff`),
    action: words(`
      action actions action-point action-points item items feature features activity activities task tasks recommendation recommendations initiative initiatives action-item
      action-items todo to-do to-dos step steps subtask sub-task what work-item work-items commitment commitments
      what-needs-to-be-done management-action corrective-action corrective-actions action-plan user-story story
      action-required required-action action-decision agreed-action agreed-actions`),
    goal: words("goal goals objective objectives aim aims strategic-objective strategic-objectives"),
    area: words("area areas focus-area theme themes workstream work-stream pillar domain programme work-package"),
    name: words("name title milestone milestones deliverable deliverables project projects project-name"),
    issue: words("issue issues risk finding findings observation problem concern"),
    text: words("description descr desc details detail summary text narrative explanation"),
    comment: words(`
      comment comments note notes update updates follow-up followup follow-ups remark remarks commentary
      progress-update progress-updates progress-note progress-notes progress-report status-update status-updates
      latest-update latest-updates status-comment status-comments status-note status-notes action-taken actions-taken
      management-response progress-to-date`),
    status: words("status state open-closed statuses"),
    colour: words("rag r-a-g bragg brag rygb ryg rgy rag-status colour color traffic-light red amber green yellow"),
    responsible: words(`
      responsible owner owners lead leads assignee assigned assigned-to allocated-to responsibility responsibilities
      who action-owner accountable owned-by led-by person-responsible responsible-for
      action-for actioned-by action-on task-for`),
    unit: words(`
      officer officers party parties person persons team teams department departments manager director organisation
      organization agency body role division unit directorate office function member`),
    id: words(`
      id ids no nr number ref reference references key code uid identifier sl-no sr-no s-n s-no wbs serial-no`),
    table: words("table list sheet"),
    other: words(`
      priority priorities prio cost costs budget funding resource resources resourcing type category phase stage
      impact impacts likelihood probability consequence severity rating score rank weight duration effort hours hour
      hrs days weeks minutes months workload percent percentage progress dependency dependencies predecessor
      predecessors successor successors prerequisite prerequisites mitigation mitigations contingency benefit benefits
      kpi kpis indicator indicators metric metrics measure measures evidence source sources link links url attachment
      attachments decision decisions meeting meetings minute minuted raised identified creation created opened logged
      reported reporter recorded submitted requested received issued assigned-on date-raised updated-on last-updated
      last-update last-reviewed last-modified modified lastupdated raised-by identified-by reported-by updated-by
      closed-by approved-by created-by requested-by approval review reviewed reviewer next-review next-step next-steps
      next-action next-actions root-cause cause assumption assumptions constraint constraints version sprint epic
      points size complexity work-days working-days stakeholder stakeholders tag tags label labels location city
      country sector client customer level trend confidence variance outcome outcomes output outputs result results
      resolution response vulnerability group cycle baseline-cost amount value currency invoice payment pay
      publication published effective expiry expires valid validity attendance attendees participants required contact
      email phone background rationale justification purpose scope help action-ref related-task related-tasks`),
    harmless: words(`
      general the a an of for in on at and or with per s yyyy yy mm dd mmm mon year month optional mandatory
      required-field dropdown yes no-yes y n tbc tbd please enter select free max approx overall as-of as-at by-name`),
    period: words(`
      quarter january february march april may june july august september october november december jan feb mar apr
      jun jul aug sep sept oct nov dec`),
    revision: words("rev revision")
  },
  compounds: {}
}
